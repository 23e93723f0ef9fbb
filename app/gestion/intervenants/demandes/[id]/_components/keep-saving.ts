import type { FormState } from "@/lib/core/form-state";

const pause = 1_000;
const patience = 10_000;
const lost = "gardez cette page ouverte, un nouvel essai aura lieu dans un instant.";

export type SaveState = { readonly tone: "saved" | "saving" | "failed"; readonly text: string };

interface Keeping<Data> {
  readonly form: EventTarget;
  /** What is typed now. */
  readonly read: () => FormData;
  /** Null: nobody answered. */
  readonly send: (entries: FormData) => Promise<FormState<Data> | null>;
  readonly show: (state: SaveState) => void;
  /** The server has answered; gives whether it has taken all of these. */
  readonly onSaved: (entries: FormData, data: Data) => boolean;
}

/**
 * Saves the form at each pause, again after a failure or when the network is back, and at once when the page goes out of
 * view or is left: what was typed last is not lost. Gives how to stop, which sends what is still unsent.
 */
export function keepSaving<Data>({ form, read, send, show, onSaved }: Keeping<Data>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsent = false;
  let busy = false;
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };
  const settle = (entries: FormData, answer: FormState<Data> | null) => {
    if (answer?.status === "done") {
      if (!onSaved(entries, answer.data)) unsent = true;
      return show({ tone: "saved", text: answer.message });
    }
    unsent = true;
    // Refused for what it says: it takes another text, not another try.
    const refused = answer?.status === "refused" && !passing.has(answer.code);
    show({ tone: "failed", text: `Pas encore enregistré : ${refused ? answer.message : lost}` });
    if (!refused) later(patience);
  };
  const save = async () => {
    clearTimeout(timer);
    if (!unsent) return;
    if (busy) return later(pause);
    [busy, unsent] = [true, false];
    show({ tone: "saving", text: "Enregistrement…" });
    const entries = read();
    const answer = await send(entries);
    busy = false;
    settle(entries, answer);
  };
  const end = listen(form, {
    onTyped: () => {
      unsent = true;
      later(pause);
    },
    onLeave: () => void save(),
    isUnsaved: () => unsent || busy,
  });
  return () => {
    end();
    void save();
  };
}

/** Worth another try: too many, out of order, or signed out and perhaps in again in another tab. */
const passing: ReadonlySet<string> = new Set(["limited", "unavailable", "unauthenticated"]);

interface Listeners {
  readonly onTyped: () => void;
  readonly onLeave: () => void;
  readonly isUnsaved: () => boolean;
}
function listen(form: EventTarget, { onTyped, onLeave, isUnsaved }: Listeners): () => void {
  const end = new AbortController();
  const until = { signal: end.signal };
  const onClose = (event: BeforeUnloadEvent) => {
    if (!isUnsaved()) return;
    event.preventDefault();
    onLeave();
  };
  form.addEventListener("input", onTyped, until);
  window.addEventListener("online", onLeave, until);
  document.addEventListener("visibilitychange", onLeave, until);
  window.addEventListener("beforeunload", onClose, until);
  return () => end.abort();
}
