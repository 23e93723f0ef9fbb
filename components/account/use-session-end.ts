"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { lookOnlyHeader, type SessionLife, type SessionStage, sleepFor, stageOf, timeLeft } from "@/lib/accounts/sessions/rules";
import { paths } from "@/lib/core/paths";

interface Known {
  readonly stage: SessionStage;
  /** By this browser's clock. */
  readonly endsAt: number;
  /** By the server's, to be shown. */
  readonly shownEnd: string;
}

const knownOf = (life: SessionLife, stage: SessionStage = stageOf(timeLeft(life))): Known => ({
  stage,
  endsAt: Date.now() + timeLeft(life),
  shownEnd: life.expiresAt,
});

/** Null: no session any more. Throws when the server cannot be reached. */
async function askServer(method: "GET" | "POST"): Promise<SessionLife | null> {
  const response = await fetch(paths.api.session, {
    method,
    cache: "no-store",
    ...(method === "GET" && { headers: { [lookOnlyHeader]: "1" } }),
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`session: ${response.status}`);
  return (await response.json()) as SessionLife | null;
}

/**
 * Follows the end of the session without asking the server anything meanwhile: one timer until the known end, then one
 * question, since another tab may have put the end off; the same when the tab comes back after a sleep.
 */
export function useSessionEnd(life: SessionLife) {
  // As the page says; its time was true when it was made, so the stage is judged when the timer fires, not here.
  const [known, setKnown] = useState<Known>(() => ({ ...knownOf(life, "quiet") }));
  const [seen, setSeen] = useState(life.expiresAt);
  if (seen !== life.expiresAt) {
    setSeen(life.expiresAt);
    setKnown(knownOf(life, "quiet"));
  }

  const settle = (answer: SessionLife | null) => {
    setKnown((before) => (answer === null ? { ...before, stage: "ended" } : knownOf(answer)));
  };
  const look = useEffectEvent(async () => {
    try {
      settle(await askServer("GET"));
    } catch {
      // Out of reach: what is known here is all there is.
      setKnown((before) => ({ ...before, stage: stageOf(before.endsAt - Date.now()) }));
    }
  });

  useEffect(() => {
    const isDue = () => known.stage === "ended" || (sleepFor(known.stage, known.endsAt - Date.now()) ?? 0) === 0;
    const wait = sleepFor(known.stage, known.endsAt - Date.now());
    const timer = wait === null ? undefined : setTimeout(() => void look(), wait);
    const onWake = () => {
      if (document.visibilityState === "visible" && isDue()) void look();
    };
    document.addEventListener("visibilitychange", onWake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onWake);
    };
  }, [known]);

  return {
    stage: known.stage,
    shownEnd: known.shownEnd,
    /** Puts the end off. False when it is too late, or the server cannot be reached. */
    extend: async (): Promise<boolean> => {
      try {
        const answer = await askServer("POST");
        settle(answer);
        return answer !== null;
      } catch {
        return false;
      }
    },
  };
}
