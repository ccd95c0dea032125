#!/usr/bin/env bats
# The recipes of questions/README.md for editors: each goes to the place of a problem. Those
# whose editor is not there are skipped.

bats_require_minimum_version 1.5.0

setup()
{
    root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
    readme=$root/questions/README.md
    [ -x "${QUARTET:-}" ] || skip "QUARTET does not name the built program"
    cd "$BATS_TEST_TMPDIR"
    PATH=$(dirname "$QUARTET"):$PATH
    export HOME=$PWD
    # A column is a character, whatever it takes in bytes.
    cat >"a bank.json" <<'BANK'
{
  "format": "quizbank/1",
  "title": "Two slips",
  "questions": [
    {"question": "Größe über Füße?", "anser": "Paris"},
    {"question": "Is it \"never\" so: oder?", "answer": true, "explanation": "Never.", "source": "-"}
  ]
}
BANK
}

# recipe LANGUAGE: the last block of the page in it.
recipe()
{
    awk -v wanted="\`\`\`$1" '/^```/ { inside = $0 == wanted; if (inside) text = ""; next }
        inside { text = text $0 "\n" } END { printf "%s", text }' "$readme"
}

@test "editors: what VS Code looks for is what check writes" {
    recipe json >tasks.json
    regexp=$(jq -r '.tasks[0].problemMatcher.pattern.regexp' tasks.json)
    [ "$(jq -c '.tasks[0].args' tasks.json)" = '["check","-q","--lint","${file}"]' ]
    "$QUARTET" check -q --lint "$PWD/a bank.json" >out || true
    run jq -R -r --arg regexp "$regexp" 'match($regexp) | [.captures[].string] | join("|")' out
    echo "$output"
    [ "${lines[0]}" = "$PWD/a bank.json|5|38|error|unknown key \"anser\". Did you mean \"answer\"?" ]
    [ "${#lines[@]}" = "$(grep -c '^/' out)" ]
}

@test "editors: Vim goes to the place" {
    command -v vim >/dev/null || skip "there is no vim"
    recipe vim >vimrc
    vim -u vimrc -N -es "a bank.json" -c 'silent make!' -c 'cc 1' -c 'redir! > seen' \
        -c 'echo getcurpos()[1] expand("<cword>")' \
        -c 'for q in getqflist() | echo q.lnum q.col q.type q.valid | endfor' \
        -c 'redir END' -c 'qa!' </dev/null >out 2>&1 || true
    cat seen
    [ "$(sed -n 2p seen)" = "5 anser" ]
    [ "$(sed -n 3p seen)" = "5 38 e 1" ]
    [ "$(grep -c ' 1$' seen)" = "$("$QUARTET" check -q --lint "a bank.json" | grep -c '^a bank')" ]
}

@test "editors: Emacs goes to the place" {
    command -v emacs >/dev/null || skip "there is no emacs"
    recipe elisp >init.el
    cat >look.el <<'LISP'
(require 'compile)
(load-file "init.el")
(find-file "a bank.json")
(setq compile-command compile-command compilation-always-kill t)
(let ((said (shell-command-to-string compile-command)))
  (with-temp-buffer
    (insert said)
    (compilation-mode)
    (compilation--ensure-parse (point-max))
    (goto-char (point-min))
    (let* ((message (get-text-property (point) 'compilation-message))
           (place (compilation--message->loc message)))
      (princ (format "%s %s %s\n" (compilation--loc->line place) (compilation--loc->col place)
                     (compilation--message->type message))))))
LISP
    run --separate-stderr emacs -Q --batch -l look.el
    echo "$output" "$stderr"
    [ "$output" = "5 38 2" ]
}
