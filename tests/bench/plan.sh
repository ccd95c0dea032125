#!/bin/sh
# How long the plans of a learner with 100,000 cards take, over a year.
set -eu

exec "${QUARTET_BENCH:?is the folder of the programs that measure}/plan"
