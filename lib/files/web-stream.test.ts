import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { webStream } from "./web-stream";

test("TR-20 a reader who goes away while bytes still come stops the stream, and breaks nothing", async () => {
  const source = Readable.from([Buffer.from("first"), Buffer.from("second"), Buffer.from("third")]);
  const reader = webStream(source).getReader();
  expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe("first");
  await reader.cancel();
  // What was under way still arrives, to nobody.
  source.emit("data", Buffer.from("late"));
  source.emit("end");
  await setImmediate();
  expect(source.destroyed).toBe(true);
});

test("TR-20 a stream that fails fails for its reader", async () => {
  const source = new Readable({ read: () => {} });
  const reader = webStream(source).getReader();
  source.destroy(new Error("the store went away"));
  await expect(reader.read()).rejects.toThrow("the store went away");
});
