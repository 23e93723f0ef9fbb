import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { humanFields, tickTheBox } from "./schemas";

const form = z.strictObject({ ...humanFields });

test("MC-06 a box left empty is the only thing that a person is asked to correct", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("human", "formToken", "altcha", "g-recaptcha-response", "site_web"), fc.anything()),
      (fields) => {
        const parsed = form.safeParse(fields);
        if (parsed.success) return fields["human"] === "on";
        return parsed.error.issues.every(({ path, message }) => path.join(".") === "human" && message === tickTheBox);
      },
    ),
  );
});

test("MC-06 a million characters where a short token is expected do not get further", () => {
  const huge = "x".repeat(1_000_000);
  const parsed = form.parse({ human: "on", formToken: huge, altcha: huge, "g-recaptcha-response": huge, site_web: huge });
  expect(JSON.stringify(parsed).length).toBeLessThan(200);
  expect(parsed.site_web).not.toBe("");
});

test("TR-41 without JavaScript the box, the token and the empty trap are enough", () => {
  expect(form.parse({ human: "on", formToken: "abc", altcha: "", site_web: "" })).toMatchObject({ human: "on", formToken: "abc" });
});
