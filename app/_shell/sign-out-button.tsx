"use client";

import { LogOut } from "lucide-react";
import { useActionState } from "react";
import { sweepCopies } from "@/components/form/autosave/local-copy";
import { Button } from "@/components/ui/button";
import { idle } from "@/lib/core/form-state";
import { signOutAction } from "./actions";

export function SignOutButton() {
  const [, post, pending] = useActionState(signOutAction, idle);
  return (
    <form action={post} onSubmit={() => sweepCopies(null, Date.now())}>
      <Button type="submit" variant="quiet" icon={<LogOut aria-hidden size={18} />} pending={pending}>
        Se déconnecter
      </Button>
    </form>
  );
}
