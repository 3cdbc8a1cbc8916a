package dev.relogrid.housefixture.attic;

/** A class in a package no row of the table knows. */
public record Homeless(int floor) {}
