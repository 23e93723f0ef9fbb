"use client";

import { CircleCheck } from "lucide-react";
import { use, useEffect, useRef, useState, type ComponentType } from "react";
import { Spinner } from "@/components/ui/spinner";
import { CheckboxField } from "../checkbox-field";
import { FormContext } from "../form-context";
import type { ProofPhase } from "./prover";
import { useProof } from "./use-proof";

/** Our own box; reCAPTCHA's takes its place once loaded, when there is a key and nothing is ticked yet. */
export function HumanBox({ siteKey }: { siteKey: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  const [recaptcha, setRecaptcha] = useState<{ Box: ComponentType<{ siteKey: string }> } | null>(null);

  useEffect(() => {
    if (siteKey === null) return;
    let shown = true;
    import("./recaptcha-box")
      .then(async ({ loadRecaptcha, RecaptchaBox }) => {
        await loadRecaptcha();
        const isTicked = box.current?.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked === true;
        if (shown && !isTicked) setRecaptcha({ Box: RecaptchaBox });
      })
      .catch(() => {
        // Google is out of reach from here: our own box stays, and is as good.
      });
    return () => {
      shown = false;
    };
  }, [siteKey]);

  if (recaptcha !== null && siteKey !== null) return <recaptcha.Box siteKey={siteKey} />;
  return (
    <div ref={box}>
      <ProofBox />
    </div>
  );
}

function ProofBox() {
  const { root, output, phase, onTick } = useProof();
  const isRefused = use(FormContext)?.errors["human"] !== undefined;
  return (
    <div
      ref={root}
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement && event.target.type === "checkbox") onTick(event.target.checked);
      }}
    >
      <CheckboxField name="human" label="Je ne suis pas un robot" required />
      {/* No default value: React would write it again at each render, over the proof. */}
      <input ref={output} type="hidden" name="altcha" />
      {/* Keeps its height, so that nothing moves under the finger. */}
      <div role="status" className="min-h-7 pl-9 text-sm text-ink-soft">
        {/* The server has the last word: "réussie" beside its refusal would contradict it. */}
        <PhaseText phase={isRefused && phase === "proved" ? "idle" : phase} />
      </div>
    </div>
  );
}

function PhaseText({ phase }: { phase: ProofPhase }) {
  switch (phase) {
    case "idle":
      return null;
    case "working":
      return <Spinner label="Vérification en cours…" />;
    case "proved":
      return (
        <span className="inline-flex items-center gap-2 text-success">
          <CircleCheck aria-hidden size={18} className="shrink-0" />
          Vérification réussie
        </span>
      );
    case "failed":
      return "La vérification a échoué, cochez à nouveau la case ou envoyez le formulaire ainsi.";
  }
}
