export type Announcement = { id: number; text: string; tone: "info" | "success"; visible: boolean };

type Listener = (announcement: Announcement) => void;
const listeners = new Set<Listener>();
let last = 0;

export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function publish(text: string, tone: Announcement["tone"], visible: boolean) {
  last += 1;
  for (const listener of listeners) listener({ id: last, text, tone, visible });
}

/** Reads a sentence out (role="status"), without showing anything. Browser only. */
export const announce = (text: string) => {
  publish(text, "info", false);
};

/** Shows a short message at the bottom of the screen and reads it out. Browser only. */
export const toast = (text: string, tone: Announcement["tone"] = "success") => {
  publish(text, tone, true);
};
