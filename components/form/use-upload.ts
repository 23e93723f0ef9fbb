"use client";

import { useRef, useState } from "react";
import { refusalOf, type FileRules } from "./file-rules";

export type UploadedFile = { id: string; name: string; /** Address of a picture to show. */ previewHref?: string };

/** Sends one file; rejects with an Error whose message is for the person. `onProgress` takes 0 to 100. */
export type Upload = (file: File, options: { signal: AbortSignal; onProgress: (percent: number) => void }) => Promise<UploadedFile>;

export type UploadState =
  | { step: "empty" }
  | { step: "chosen"; file: File }
  | { step: "refused"; message: string }
  | { step: "sending"; file: File; percent: number }
  | { step: "failed"; file: File; message: string }
  | { step: "done"; file: UploadedFile };

const unknownFailure = "L’envoi n’a pas abouti. Vérifiez votre connexion, puis réessayez.";

/** The life of one upload: checked, sent with its progress, cancelled, tried again, removed. */
export function useUpload(
  rules: FileRules,
  upload: Upload | undefined,
  current: UploadedFile | undefined,
  onChange: (file: UploadedFile | null) => void,
) {
  const [state, setState] = useState<UploadState>(current ? { step: "done", file: current } : { step: "empty" });
  const abort = useRef<AbortController>(null);

  async function send(file: File) {
    if (!upload) return;
    const controller = new AbortController();
    abort.current = controller;
    setState({ step: "sending", file, percent: 0 });
    try {
      const sent = await upload(file, {
        signal: controller.signal,
        onProgress: (percent) => {
          if (!controller.signal.aborted) setState({ step: "sending", file, percent });
        },
      });
      if (controller.signal.aborted) return;
      setState({ step: "done", file: sent });
      onChange(sent);
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ step: "failed", file, message: error instanceof Error && error.message !== "" ? error.message : unknownFailure });
    }
  }

  /** False when the file was refused at once. */
  function choose(file: File): boolean {
    const message = refusalOf(file, rules);
    if (message === null) {
      if (upload) void send(file);
      else setState({ step: "chosen", file });
      return true;
    }
    setState({ step: "refused", message });
    return false;
  }

  function clear() {
    abort.current?.abort();
    setState({ step: "empty" });
    onChange(null);
  }

  return { state, choose, clear, retry: (file: File) => void send(file) };
}
