"use client";

import { useEffect, useState } from "react";
import { CircleCheck, Info, X } from "lucide-react";
import { subscribe, type Announcement } from "./announce";

const seconds = 8;

/**
 * The place where what changes by itself is told: there from the start, so that screen readers listen to it.
 * Toasts stay while hovered or focused and can be closed; whatever they say is also visible in the page.
 */
export function LiveRegion() {
  const [spoken, setSpoken] = useState("");
  const [toasts, setToasts] = useState<readonly Announcement[]>([]);
  const remove = (id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  };
  useEffect(
    () =>
      subscribe((announcement) => {
        setSpoken(announcement.text);
        if (announcement.visible) setToasts((current) => [...current.slice(-2), announcement]);
      }),
    [],
  );
  return (
    <>
      <div role="status" className="sr-only">
        {spoken}
      </div>
      {toasts.length > 0 && (
        <section aria-label="Messages" className="fixed right-4 bottom-4 left-4 z-40 sm:left-auto print:hidden">
          <ul className="flex flex-col items-end gap-2">
            {toasts.map((toast) => (
              <Toast key={toast.id} {...toast} onClose={remove} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Toast({ id, text, tone, onClose }: Announcement & { onClose: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => {
      onClose(id);
    }, seconds * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [held, id, onClose]);
  const Icon = tone === "success" ? CircleCheck : Info;
  const hold = setHeld.bind(null, true);
  const release = setHeld.bind(null, false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- holding the time, not an act
    <li
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
      className="flex w-full items-start gap-3 rounded-md border border-line bg-surface-raised py-2 pr-2 pl-4 shadow-overlay sm:w-96"
    >
      <Icon aria-hidden size={20} className={tone === "success" ? "mt-2.5 shrink-0 text-success" : "mt-2.5 shrink-0 text-info"} />
      <span className="flex-1 py-2">{text}</span>
      <button
        type="button"
        onClick={onClose.bind(null, id)}
        className="flex size-11 shrink-0 items-center justify-center rounded-md hover:bg-surface-sunken"
      >
        <X aria-hidden size={18} />
        <span className="sr-only">Fermer le message</span>
      </button>
    </li>
  );
}
