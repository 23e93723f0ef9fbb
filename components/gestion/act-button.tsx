"use client";

import type { ComponentProps } from "react";
import { ActionButton } from "@/components/form/action-button";
import { toast } from "@/components/ui/announce";

type Props = Omit<ComponentProps<typeof ActionButton<undefined>>, "onDone">;

/** A button whose line goes away once it has acted: what was done is told elsewhere on the screen. */
export function ActButton(props: Props) {
  return (
    <ActionButton
      {...props}
      onDone={(_data, message) => {
        toast(message);
      }}
    />
  );
}
