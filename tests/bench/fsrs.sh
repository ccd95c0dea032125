#!/bin/sh
# Reviews a second of the memory model, against a bare loop of its formulas in the same run.
set -eu

exec "${QUARTET_BENCH:?is the folder of the programs that measure}/fsrs" "${RUNS:-21}"
