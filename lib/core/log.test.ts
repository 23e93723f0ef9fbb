import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** What a process of its own writes to its output when it logs. */
function logged(statements: string): string {
  return execFileSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", `const { log } = await import("./lib/core/log.ts");\n${statements}`],
    {
      encoding: "utf8",
      env: { ...process.env, LOG_LEVEL: "info", VITEST: "" },
    },
  );
}

test("TR-52 passwords, tokens, codes, NIR and bank details never reach the log, at the depths that we write", () => {
  const canary = "canary-7f3a";
  const names = [
    "password",
    "currentPassword",
    "newPassword",
    "confirmation",
    "token",
    "code",
    "secret",
    "authorization",
    "cookie",
    "nir",
    "iban",
    "bic",
  ];
  const output = logged(
    names
      .map(
        (name) =>
          `log.info({ ${name}: "${canary}", input: { ${name}: "${canary}" }, request: { headers: { ${name}: "${canary}" } } }, "typed");`,
      )
      .join("\n"),
  );
  expect(output.trim().split("\n").length).toBe(names.length);
  expect(output).not.toContain(canary);
  expect(output).toContain("[redacted]");
});

test("TR-50 an event is one line of JSON with its time, whatever line ends are in it", () => {
  const output = logged(
    'log.error({ err: new Error("first\\nsecond"), path: "/a\\r\\n{\\"level\\":50}", requestId: "r1" }, "two\\nlines");',
  );
  const [line = "", ...others] = output.trim().split("\n");
  expect(others).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    app: "espaces-formation",
    requestId: "r1",
    msg: "two\nlines",
    path: '/a\r\n{"level":50}',
    err: { message: "first\nsecond" },
  });
  expect(JSON.parse(line).time).toMatch(/^\d{4}-\d{2}-\d{2}T/u);
});

test("TR-52 a failed query tells its statement, never the values: names, addresses and hashes are among them", () => {
  const statements = [
    'const { DrizzleQueryError } = await import("drizzle-orm");',
    'const failed = new DrizzleQueryError("insert into accounts values ($1)", ["canary-7f3a\\nDurand"], new Error("deadlock detected"));',
    'log.error({ err: failed }, "unexpected error");',
    'log.error({ err: new Error("the export stopped", { cause: failed }) }, "unexpected error");',
  ];
  const output = logged(statements.join("\n"));
  expect(output.trim().split("\n").length).toBe(2);
  for (const told of ["canary-7f3a", "Durand", "params"]) expect(output).not.toContain(told);
  for (const line of output.trim().split("\n")) {
    expect(JSON.parse(line)).toMatchObject({
      err: { message: expect.stringContaining("insert into accounts values ($1)"), stack: expect.stringContaining("deadlock detected") },
    });
  }
});
