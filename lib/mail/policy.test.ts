import { expect, test } from "vitest";
import { someone } from "@/lib/files/testing/test-tools";
import { can, type MailToRetry } from "./policy";

const administrator = someone({ grants: [{ role: "administrator", structureId: null, authorityId: null }] });
const lost: MailToRetry = { state: "failed", lostItsLink: false };

test("AD-14 nobody but an administrator sees mails or sends one again", () => {
  for (const actor of [
    { kind: "visitor" } as const,
    someone(),
    someone({ grants: [{ role: "manager", structureId: null, authorityId: null }] }),
  ])
    expect([can.seeMails(actor), can.retryMail(actor, lost)]).toMatchObject([{ code: "forbidden" }, { code: "forbidden" }]);
  expect([can.seeMails(administrator), can.retryMail(administrator, lost)]).toMatchObject([{ allowed: true }, { allowed: true }]);
});

test.each([
  ["already sent", { state: "sent", lostItsLink: false }, "conflict"],
  ["waiting", { state: "queued", lostItsLink: false }, "conflict"],
  ["on its way", { state: "sending", lostItsLink: false }, "conflict"],
  ["without its link any more", { state: "failed", lostItsLink: true }, "expired"],
  ["in doubt, without its link any more", { state: "uncertain", lostItsLink: true }, "expired"],
] as const)("TR-01 AD-14 a mail %s is not sent again, not even by an administrator", (_which, mail, code) => {
  expect(can.retryMail(administrator, mail)).toMatchObject({ allowed: false, code });
});
