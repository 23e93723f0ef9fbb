"use client";

import { BookmarkMinus, BookmarkPlus } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { shortlistAction, unshortlistAction } from "../actions";

interface Props {
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  readonly profileIds: readonly string[];
  /** Structures that keep this one person in view already. */
  readonly keptBy?: readonly string[];
}

/** Into, or out of, the selection of each structure that one manages. */
export function ShortlistButtons({ structures, profileIds, keptBy }: Props) {
  return structures.map(({ id, name }) => {
    const kept = keptBy?.includes(id) ?? false;
    const of = structures.length === 1 ? "" : ` (${name})`;
    return (
      <ActionButton
        key={`${id} ${kept}`}
        action={kept ? unshortlistAction : shortlistAction}
        fields={{ structureId: id, profileIds: profileIds.join(".") }}
        variant="secondary"
        icon={kept ? <BookmarkMinus aria-hidden size={18} /> : <BookmarkPlus aria-hidden size={18} />}
      >
        {kept ? `Retirer de la sélection${of}` : `Ajouter à la sélection${of}`}
      </ActionButton>
    );
  });
}
