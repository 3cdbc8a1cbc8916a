#!/bin/sh
# The Action's first step: asks this machine or a service. It ends well whatever the answer is, and leaves outcome, exit
# code, Markdown and SARIF to the steps after it.
set -eu
report=$RUNNER_TEMP/relogrid.md said=$RUNNER_TEMP/relogrid.err sarif='' code=0
rm -f "$report"
IFS='
' # one pattern a line; a name may have spaces
# shellcheck disable=SC2086 # patterns are meant to be expanded
set -- $OBJECTS
unset IFS

if [ -n "$RELOGRID_URL" ]; then
    project=${PROJECT:-$(printf %s "${GITHUB_REPOSITORY#*/}" | tr '[:upper:]' '[:lower:]')}
    RELOGRID_PROJECT=$project RELOGRID_REF=${REF:-$GITHUB_REF_NAME} RELOGRID_AGAINST=${AGAINST:-${GITHUB_BASE_REF:-}} \
        "$GITHUB_ACTION_PATH/../push" "$@" >"$report" 2>"$said" || code=$?
else
    sarif=relogrid.sarif
    rm -f "$sarif"
    set -- check "$@" --name "${NAME:-${GITHUB_WORKFLOW:-relogrid}}" --format github \
        --output "markdown=$report" --output "sarif=$sarif" \
        ${AGAINST:+"--against=$AGAINST"} ${TARGETS:+"--targets=$TARGETS"} ${POLICY:+"--policy=$POLICY"} \
        ${FAIL_ON:+"--fail-on=$FAIL_ON"} ${SOURCE_ROOT:+"--source-root=$SOURCE_ROOT"}
    if [ -n "$JAR" ]; then set -- java -jar "$JAR" "$@"; else set -- "$GITHUB_ACTION_PATH/../../relogrid" "$@"; fi
    "$@" 2>"$said" || code=$?
fi
cat "$said" >&2
if [ ! -s "$report" ]; then
    code=2 # also where java itself ended with 1, because it could not start
    echo "**Relogrid has no answer.**" >"$report"
    sed 's/^/    /' "$said" | head -n 20 >>"$report"
fi
case $code in 0) outcome=pass ;; 1) outcome=fail ;; *) outcome=no_answer code=2 ;; esac
cat "$report" >>"$GITHUB_STEP_SUMMARY"
if [ ! -f "$sarif" ]; then sarif=''; fi
printf '%s\n' "outcome=$outcome" "code=$code" "report=$report" "sarif=$sarif" >>"$GITHUB_OUTPUT"
