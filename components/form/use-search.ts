"use client";

import { useEffect, useState } from "react";
import type { ComboOption } from "./combo-box-field";

const pause = 250;

export type SearchState = { status: "waiting" | "loading" | "ready" | "failed"; options: readonly ComboOption[] };

/** Searches once typing pauses; an answer to an older question is dropped. */
export function useSearch(
  query: string,
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>,
  minLength: number,
  active: boolean,
) {
  const [state, setState] = useState<SearchState>({ status: "waiting", options: [] });
  const [attempt, setAttempt] = useState(0);
  const text = query.trim();
  const asks = active && text.length >= minLength;
  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      setState((before) => ({ status: "loading", options: before.options }));
      try {
        const options = await search(text, abort.signal);
        if (!abort.signal.aborted) setState({ status: "ready", options });
      } catch {
        if (!abort.signal.aborted) setState({ status: "failed", options: [] });
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // `search` is often written in place: a new function is not a new question.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, asks, attempt]);
  const retry = () => {
    setAttempt((count) => count + 1);
  };
  return { state: asks ? state : waiting, retry };
}

const waiting: SearchState = { status: "waiting", options: [] };
