# The usual ways to build, try and test. `make help` lists them.

SWIFT ?= swift
DIR ?= fixtures/shop
SOURCES := Sources Tests Plugins Package.swift
SEATRIAL := .build/release/seatrial

# On Linux the executable is fully static where libyaml's archive is installed, as Debian and Ubuntu do.
# lld leaves out what is never called, and does not warn about parts of libc that are never reached. Asking for the
# metadata of generic types by their names would make the program parse those names when it starts.
ifeq ($(shell uname -s),Linux)
LINKING := --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --gc-sections -Xlinker -s \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
STATIC = $(if $(filter /%,$(shell clang -print-file-name=libyaml.a)),-Xswiftc -static-executable)
endif

.PHONY: help build try test golden docs dist test-dist bench check-format format check clean prepare

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 18

build: prepare ## build the release executable, .build/release/seatrial
	$(SWIFT) build --configuration release --product seatrial $(LINKING) $(STATIC)

try: build ## lint a directory and show the report: make try DIR=path
	@echo
	$(SEATRIAL) lint --exit-zero $(DIR)

test: prepare ## build everything and run all tests
	$(SWIFT) test --disable-xctest

golden: prepare ## write the expected reports of fixtures/ anew; read the difference
	-UPDATE_GOLDEN=1 $(SWIFT) test --disable-xctest --filter GoldenTests >/dev/null
	git diff --stat fixtures

docs: prepare ## write the generated parts of the documentation anew
	UPDATE_DOCS=1 $(SWIFT) test --disable-xctest --filter DocumentationTests

dist: build ## make the tarball, the .deb and the wheel of a release, in dist/
	packaging/dist.py $(SEATRIAL) dist

test-dist: build ## install, run and remove all that a release consists of
	packaging/test $(SEATRIAL)

bench: build ## measure the release binary, as ratios against something that does less
	Benchmarks/bench.py

check-format: ## fail when a source is not formatted
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## format every source in place
	$(SWIFT) format --in-place --recursive $(SOURCES)

check: test check-format ## all that has to pass before a change goes in

clean: ## remove what was built
	rm -rf .build dist

prepare:
	@Scripts/check-toolchain
	@Scripts/install-libyaml
