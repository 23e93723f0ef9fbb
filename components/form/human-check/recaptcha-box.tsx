"use client";

import { clsx } from "clsx";
import { use, useEffect, useRef, useState } from "react";
import { errorBar, FieldError } from "../field";
import { FormContext } from "../form-context";
import { useField } from "../use-field";

/** The part of Google's script that is used here. */
type Recaptcha = {
  ready: (then: () => void) => void;
  render: (place: HTMLElement, options: Readonly<Record<string, unknown>>) => number;
  reset: (widget: number) => void;
};
declare global {
  interface Window {
    grecaptcha?: Recaptcha;
  }
}

const source = "https://www.google.com/recaptcha/api.js?render=explicit&hl=fr";
const loadTimeout = 10_000;
let loading: Promise<void> | undefined;

/** Loads Google's script, once a page. Fails when it is blocked or does not come. */
export function loadRecaptcha(): Promise<void> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    if (nonce) script.nonce = nonce;
    script.async = true;
    script.src = source;
    script.onload = () => {
      if (window.grecaptcha) window.grecaptcha.ready(resolve);
      else reject(new Error("reCAPTCHA is blocked"));
    };
    script.onerror = () => {
      reject(new Error("reCAPTCHA cannot be loaded"));
    };
    setTimeout(() => {
      reject(new Error("reCAPTCHA does not come"));
    }, loadTimeout);
    document.head.append(script);
  });
  return loading;
}

/** Google's own box (version 2). It adds `g-recaptcha-response` to the form; ours only says that it was answered. */
export function RecaptchaBox({ siteKey }: { siteKey: string }) {
  const field = useField({ name: "human", hint: undefined });
  const place = useRef<HTMLDivElement>(null);
  const widget = useRef<number | null>(null);
  const [answered, setAnswered] = useState(false);
  useRenewal(() => {
    if (widget.current === null) return;
    window.grecaptcha?.reset(widget.current);
    setAnswered(false);
  });

  useEffect(() => {
    const [box, google] = [place.current, window.grecaptcha];
    if (!box || !google) return;
    // Google keeps what it knows of the place it is given: a fresh one at each start.
    const inner = document.createElement("div");
    box.append(inner);
    const forget = () => {
      setAnswered(false);
    };
    widget.current = google.render(inner, {
      sitekey: siteKey,
      size: matchMedia("(max-width: 23rem)").matches ? "compact" : "normal",
      theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      callback: () => {
        setAnswered(true);
      },
      "expired-callback": forget,
      "error-callback": forget,
    });
    return () => {
      widget.current = null;
      inner.remove();
    };
  }, [siteKey]);

  return (
    <div className={clsx("space-y-1.5", field.error !== undefined && errorBar)}>
      {field.error !== undefined && <FieldError id={field.errorId}>{field.error}</FieldError>}
      <div ref={place} id={field.id} tabIndex={-1} />
      {answered && <input type="hidden" name="human" value="on" />}
    </div>
  );
}

/** Google takes each answer once: after a post that leaves the form on the screen, another one is asked for. */
function useRenewal(renew: () => void) {
  const pending = use(FormContext)?.pending ?? false;
  const wasPending = useRef(pending);
  useEffect(() => {
    if (wasPending.current && !pending) renew();
    wasPending.current = pending;
  });
}
