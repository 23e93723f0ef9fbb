"use client";

import { lazy, Suspense, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { toast } from "@/components/ui/announce";
import type { SessionLife } from "@/lib/accounts/sessions/rules";
import { paths } from "@/lib/core/paths";
import { useSessionEnd } from "./use-session-end";

// The dialog comes when it is first needed.
const SessionEndDialog = lazy(() => import("./session-end-dialog").then((module) => ({ default: module.SessionEndDialog })));

const hour = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
const hourOf = (instant: string) => hour.format(new Date(instant));

/**
 * Five minutes before the session ends: a dialog, one click to stay (TR-42). After the end: a message that says how to
 * sign in again without losing what is typed here. Between the banner and the page (the shell's `notice`).
 */
export function SessionEnd(life: SessionLife) {
  const { stage, shownEnd, extend } = useSessionEnd(life);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  if (stage === "ended") return <Ended />;
  if (stage === "quiet" || dismissed === shownEnd) return null;
  const stay = async () => {
    setFailed(false);
    if (await extend()) toast("Vous restez connecté.");
    else setFailed(true);
  };
  return (
    <Suspense fallback={null}>
      <SessionEndDialog
        endsAt={hourOf(shownEnd)}
        failed={failed}
        onStay={stay}
        onClose={() => {
          setDismissed(shownEnd);
        }}
      />
    </Suspense>
  );
}

const Ended = () => (
  <div className="mx-auto w-full max-w-[90rem] px-4 pt-4 sm:px-6 print:hidden">
    <Alert tone="warning" role="alert" title="Votre session est terminée">
      <p>
        Ce que vous avez saisi reste à l’écran.{" "}
        <a href={paths.account.signIn({ message: "fin" })} target="_blank" rel="noopener" className="link">
          Connectez-vous dans un nouvel onglet
        </a>
        , puis revenez ici pour continuer.
      </p>
    </Alert>
  </div>
);
