"use client";

import { useEffect, useRef, useState } from "react";
import { paths } from "@/lib/core/paths";
import { createProver, type ProofPhase } from "./prover";

const fetchTimeout = 10_000;

/**
 * Proves by some work, from the moment the box is ticked, that a real browser is there. Posting the form waits for
 * the end of that work, and asks for another proof when the last one was already posted.
 */
export function useProof() {
  const root = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLInputElement>(null);
  const [phase, setPhase] = useState<ProofPhase>("idle");
  const [prover] = useState(() =>
    createProver({
      obtain: obtainProof,
      now: () => performance.now(),
      tell: (next, payload) => {
        setPhase(next);
        // Written at once rather than at the next render: the form may be posted right after.
        if (output.current) output.current.value = payload;
      },
    }),
  );

  useEffect(() => {
    const form = root.current?.closest("form");
    if (!form) return;

    function onSubmit(event: SubmitEvent) {
      if (root.current?.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked !== true) return;
      const held = prover.hold();
      if (held === null) return;
      // Before React hears of it.
      event.preventDefault();
      event.stopImmediatePropagation();
      void held.then((again) => {
        if (again && form?.isConnected) form.requestSubmit(event.submitter);
      });
    }

    form.addEventListener("submit", onSubmit, { capture: true });
    return () => {
      form.removeEventListener("submit", onSubmit, { capture: true });
      prover.cancel();
    };
  }, [prover]);

  const onTick = (ticked: boolean) => {
    if (ticked) prover.begin();
    else prover.cancel();
  };
  return { root, output, phase, onTick };
}

async function obtainProof(controller: AbortController): Promise<string | null> {
  const [response, { solve }] = await Promise.all([
    fetch(paths.api.captcha, { cache: "no-store", signal: AbortSignal.any([controller.signal, AbortSignal.timeout(fetchTimeout)]) }),
    import("./solve-challenge"),
  ]);
  return response.ok ? solve(await response.json(), controller) : null;
}
