// Says which banks a JSON schema refuses: node ajv.js SCHEMA FOLDER < PATHS
// FOLDER is where npm has put ajv. A byte order mark, which is no JSON, is stepped over.
"use strict";

const fs = require("fs");
const path = require("path");

const Ajv = require(path.resolve(process.argv[3], "node_modules/ajv/dist/2020")).default;
const schema = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
// "required" stands beside the place where the keys are described, which strict mode takes for a slip.
const options = { strict: true, strictRequired: false, strictTypes: false, strictTuples: false };
const validate = new Ajv(options).compile(schema);
const paths = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
let refused = 0;

for (const file of paths) {
    let why = null;
    try {
        const bank = JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
        if (!validate(bank)) {
            const error = validate.errors[0];
            why = `${error.instancePath} ${error.message}`;
        }
    } catch (error) {
        why = error.message;
    }
    if (why) {
        refused++;
        console.log(`${file}: ${why}`);
    }
}
console.log(`${paths.length} banks, ${refused} refused`);
process.exit(refused ? 1 : 0);
