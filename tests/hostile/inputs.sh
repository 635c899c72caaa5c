#!/bin/sh
# inputs.sh: every hostile input, read page by page on 80 by 24.
. "$(dirname "$0")/lib.sh"

judge --keys page "$here"/inputs/*
