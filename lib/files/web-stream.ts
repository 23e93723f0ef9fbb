import { finished, type Readable } from "node:stream";

/** A stream as the body of a response: read as fast as the other side takes it, ended when it goes away. */
export function webStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isWanted = true;
  return new ReadableStream({
    start(controller) {
      // Piece by piece, as they come: reading them together would copy each.
      stream.on("data", (piece: Uint8Array<ArrayBuffer>) => {
        if (!isWanted) return;
        controller.enqueue(piece);
        if ((controller.desiredSize ?? 0) <= 0) stream.pause();
      });
      finished(stream, { writable: false }, (error) => {
        // Gone away: there is nobody left to tell.
        if (!isWanted) return;
        if (error == null) controller.close();
        else controller.error(error);
      });
    },
    pull() {
      stream.resume();
    },
    cancel() {
      isWanted = false;
      stream.destroy();
    },
  });
}
