import { expect, test } from "vitest";
import { explainFailure } from "./explain-failure";

const coded = (code: string, message = code, cause?: unknown) => Object.assign(new Error(message, { cause }), { code });

test.each([
  ["the disk, as Node says it", coded("ENOSPC", "ENOSPC: no space left on device, write"), /disk is full/u],
  [
    "the disk, as the database says it",
    new Error("Failed query: insert", { cause: coded("53100", "could not extend file") }),
    /disk is full/u,
  ],
  [
    "the disk, as initdb says it",
    new Error("The embedded PostgreSQL did not start\ninitdb: error: could not write: No space left on device"),
    /disk is full/u,
  ],
  [
    "a database that does not answer",
    new AggregateError([coded("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:5432")], ""),
    /does not answer at the address of DATABASE_URL/u,
  ],
  ["a wrong password", coded("28P01", "password authentication failed"), /refused the connection of DATABASE_URL: password/u],
  [
    "a right that lacks",
    new Error("Failed query: create role", { cause: coded("42501", "permission denied to create role") }),
    /lacks a right: permission denied/u,
  ],
  ["a folder of somebody else", coded("EACCES", "EACCES: permission denied, mkdir '/data'"), /cannot be written: .*DATA_DIR/u],
  [
    "a statement that failed, by its cause",
    new Error("Failed query: create type", { cause: coded("42710", "type already exists") }),
    /^type already exists/u,
  ],
  ["anything else, as it is", new Error("PORT must be a number"), /^PORT must be a number$/u],
])("TR-50 a start that fails says why in one message: %s", (_name, error, message) => {
  expect(explainFailure(error)).toMatch(message);
  expect(explainFailure(error)).not.toContain("\n    at ");
});
