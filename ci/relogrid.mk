# For Makefiles: set OBJECTS, include this file, run `make relogrid-check`.
#   OBJECTS             compiled eBPF objects, built first when rules for them are there
#   AGAINST             a report kept by relogrid-baseline, or an object as it was: only what is new since then fails
#   RELOGRID            the program: relogrid, or `java -jar relogrid-cli.jar`
#   RELOGRID_FLAGS      more options of `relogrid check`: --targets 'debian >= 12'
#   RELOGRID_BASELINE   where relogrid-baseline keeps its report
# Make says which exit code it was ("Error 1": something breaks; "Error 2": no answer) and ends in its own 2.
RELOGRID ?= relogrid
RELOGRID_BASELINE ?= relogrid-baseline.json
AGAINST ?= $(wildcard $(RELOGRID_BASELINE))

.PHONY: relogrid-check relogrid-baseline

relogrid-check: $(OBJECTS)
	$(RELOGRID) check $(OBJECTS) $(if $(AGAINST),--against $(AGAINST)) $(RELOGRID_FLAGS)

relogrid-baseline: $(OBJECTS)
	$(RELOGRID) check $(OBJECTS) $(RELOGRID_FLAGS) --quiet --output json=$(RELOGRID_BASELINE).new || [ $$? -eq 1 ]
	mv $(RELOGRID_BASELINE).new $(RELOGRID_BASELINE)
