import type { Readable } from "node:stream";

/** A stream as the body of a response: read as fast as the other side takes it, ended when it goes away. */
export function webStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = stream.iterator({ destroyOnReturn: true });
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      stream.destroy();
    },
  });
}
