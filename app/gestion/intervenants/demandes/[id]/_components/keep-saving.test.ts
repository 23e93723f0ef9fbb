import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FormState } from "@/lib/core/form-state";
import { keepSaving, type SaveState } from "./keep-saving";

type Answer = FormState<unknown> | null;
const done: Answer = { status: "done", message: "Enregistré à 14:02", data: undefined };
const refused = (code: "invalid" | "limited"): Answer => ({ status: "refused", code, message: "Trop long.", fieldErrors: {}, values: {} });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A manager who types, and a server that answers as told, then well. */
function aPage(...answers: Answer[]) {
  const form = new EventTarget();
  const page = { text: "", sent: [] as string[], saved: [] as string[], shown: [] as SaveState[] };
  const read = () => {
    const entries = new FormData();
    entries.set("remark_work", page.text);
    return entries;
  };
  const textOf = (entries: FormData) => {
    const text = entries.get("remark_work");
    return typeof text === "string" ? text : "";
  };
  const leave = keepSaving({
    form,
    read,
    send: (entries) => {
      page.sent.push(textOf(entries));
      return Promise.resolve(answers.length > 0 ? (answers.shift() ?? null) : done);
    },
    show: (state) => void page.shown.push(state),
    onSaved: (entries) => page.saved.push(textOf(entries)) > 0,
  });
  const type = (text: string) => {
    page.text = text;
    form.dispatchEvent(new Event("input"));
  };
  return { page, type, leave };
}

test("EI-41 remarks are sent once a pause comes, and the last ones when the page is left before it", async () => {
  const { page, type, leave } = aPage();
  type("Quelles");
  type("Quelles dates");
  await vi.runAllTimersAsync();
  expect([page.sent, page.saved, page.shown.at(-1)?.text]).toEqual([["Quelles dates"], ["Quelles dates"], "Enregistré à 14:02"]);
  type("Quelles dates ?");
  leave();
  expect(page.sent).toEqual(["Quelles dates", "Quelles dates ?"]);
  await vi.runAllTimersAsync();
  expect(page.sent).toHaveLength(2);
});

test("EI-41 a page that goes out of view sends at once; closing it asks first while something is unsent", () => {
  const { page, type } = aPage();
  const close = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(close()).toBe(false);
  type("Bravo");
  expect(close()).toBe(true);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(page.sent).toEqual(["Bravo"]);
});

test("EI-41 without an answer it says « pas encore enregistré » and tries again; a refused text waits for another one", async () => {
  const { page, type } = aPage(null, refused("limited"), done, refused("invalid"));
  type("Quelles dates ?");
  await vi.runAllTimersAsync();
  expect(page.sent).toHaveLength(3);
  expect(page.shown.filter(({ tone }) => tone === "failed").map(({ text }) => text.startsWith("Pas encore enregistré"))).toEqual([
    true,
    true,
  ]);
  expect(page.shown.at(-1)?.tone).toBe("saved");
  type("x".repeat(5000));
  await vi.runAllTimersAsync();
  expect([page.sent.length, page.shown.at(-1)?.text]).toEqual([4, "Pas encore enregistré : Trop long."]);
  type("Court");
  await vi.runAllTimersAsync();
  expect(page.saved).toEqual(["Quelles dates ?", "Court"]);
});
