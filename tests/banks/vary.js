// Writes banks that may be right or wrong: node vary.js COUNT FOLDER BANK...
// Each has one question of a BANK, with a field or two left out or given another value.
"use strict";

const fs = require("fs");
const path = require("path");

const texts = ["", "a", " ", "x y", "a\nb", "a\tb", "a\u2028b", "\u0085", "\u00AD", "a,b", "-x"];
const lengths = [20, 21, 48, 49, 200, 201, 255, 300, 500, 501, 2000, 2001, 4000, 4001];
const values = [
    null, true, false, 0, -0, 1, -1, 1.0, 1.5, 4, 5, 599.5, 600, 601, 1000, 1001, 1e15, 1e16,
    "true", "easy", "mini", "choices", "5%", "0%", "05%", "1.5%", "99.99%", "100%", "de-DE", "de_DE",
    "http://x", "https://x y", "a.png", "a.PNG", "a.Png", "a.svg", "m/\u00FC.webp", "../a.png",
    "[[a]]", "[[a|b::c]]", "[[a]] [[a]]", "[[a]", {}, { min: 1, max: 2 }, { min: 2, max: 1 },
    { text: "a" }, { text: "a", why: "b" }, { title: "a" }, { url: "http://a" }, { "x-a": 1 },
    [["a", "b"], ["c", "d"]], [["a", "b"], ["c", "b"]], [["a", "b"]], [true],
    ...texts, ...texts.map((text) => [text]), ...texts.map((text) => [text, "other"]),
    ["a", "a"], [], [1], ...lengths.map((length) => "x".repeat(length)),
    ...lengths.map((length) => ["x".repeat(length)]), "x".repeat(251) + ".png",
];
const fields = [
    "id", "type", "question", "answer", "wrong", "shuffle", "tolerance", "unit", "exact", "typos",
    "order", "pairs", "extra", "cloze", "front", "back", "reverse", "image", "imageAlt", "sound",
    "hint", "explanation", "source", "tags", "difficulty", "points", "seconds", "comment", "x-card",
    "x-lint-off", "x-a", "language", "translates", "markup", "description", "author", "license",
];

// The same numbers each time: a linear congruential generator.
let state = 1;
const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[below(list.length)];

const [count, folder, ...files] = process.argv.slice(2);
const banks = files.map((file) => JSON.parse(fs.readFileSync(file, "utf8")));
for (let i = 0; i < Number(count); i++) {
    const bank = structuredClone(pick(banks));
    bank.questions = [pick(bank.questions)];
    for (let changes = 1 + below(2); changes > 0; changes--) {
        const owner = below(4) ? bank.questions[0] : bank;
        const field = below(2) ? pick(Object.keys(owner)) : pick(fields);
        if (field === "questions") continue;
        if (below(8)) owner[field] = pick(values);
        else delete owner[field];
    }
    fs.writeFileSync(path.join(folder, `varied-${i}.json`), JSON.stringify(bank));
}
