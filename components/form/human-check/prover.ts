/** "failed": the form can still be posted, in the way of those who have no JavaScript. */
export type ProofPhase = "idle" | "working" | "proved" | "failed";

type Attempt = {
  readonly controller: AbortController;
  readonly payload: Promise<string | null>;
  readonly since: number;
  outcome: "proved" | "failed" | null;
};

type Options = {
  /** Gives what to post; null, or an error, when it cannot be had. */
  obtain: (controller: AbortController) => Promise<string | null>;
  /** Called at each change of phase with what the form must carry from then on. */
  tell: (phase: ProofPhase, payload: string) => void;
  /** Milliseconds; only differences count. */
  now: () => number;
};

/** The server takes a proof for ten minutes; a minute is left for posting it. */
const freshFor = 9 * 60_000;

/**
 * The life of the proof behind one box: asked for at the tick, dropped at the untick, waited for by a post,
 * replaced when it is too old or was already posted (the server takes each one once).
 */
export function createProver({ obtain, tell, now }: Options) {
  let attempt: Attempt | null = null;
  let waiting = false;
  let released = false;

  function cancel(): void {
    attempt?.controller.abort();
    attempt = null;
    tell("idle", "");
  }

  function begin(): Attempt {
    attempt?.controller.abort();
    tell("working", "");
    const controller = new AbortController();
    const mine: Attempt = { controller, payload: obtain(controller).catch(() => null), since: now(), outcome: null };
    attempt = mine;
    void mine.payload.then((payload) => {
      if (attempt !== mine) return;
      mine.outcome = payload === null ? "failed" : "proved";
      tell(mine.outcome, payload ?? "");
    });
    return mine;
  }

  function isReady(): boolean {
    return attempt?.outcome === "proved" && now() - attempt.since < freshFor;
  }

  /** Null: post now. Else true once the proof is there (or will not come): post again then; false: do not. */
  function hold(): Promise<boolean> | null {
    if (released || isReady()) {
      released = false;
      attempt = null;
      return null;
    }
    if (waiting) return Promise.resolve(false);
    waiting = true;
    const awaited = attempt?.outcome === null ? attempt : begin();
    return awaited.payload.then(() => {
      waiting = false;
      // Unticked, or ticked anew, in the meantime: the person changed their mind.
      released = attempt === awaited;
      return released;
    });
  }

  return { begin, cancel, hold };
}
