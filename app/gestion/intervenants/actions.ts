"use server";

import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { deleteCvSearch, saveCvSearch } from "@/lib/trainers/library/keep-cv-searches";
import { addNote, removeNote } from "@/lib/trainers/library/keep-notes";
import { addToShortlist, removeFromShortlist } from "@/lib/trainers/library/keep-shortlist";
import { addNoteInput, cvSearchInput, noteInput, saveCvSearchInput, shortlistInput } from "@/lib/trainers/library/schemas";

export const saveCvSearchAction = action({
  name: "trainer.save_search",
  policy: "staff",
  application: "gestion",
  schema: saveCvSearchInput,
  verb: saveCvSearch,
  then: (_, { name }) => ({ message: `La recherche « ${name} » est enregistrée.`, refresh: paths.manage.trainers() }),
});

export const deleteCvSearchAction = action({
  name: "trainer.delete_search",
  policy: "staff",
  application: "gestion",
  schema: cvSearchInput,
  verb: deleteCvSearch,
  then: () => ({ message: "La recherche est supprimée.", refresh: paths.manage.trainers() }),
});

export const addNoteAction = action({
  name: "trainer.add_note",
  policy: "staff",
  application: "gestion",
  schema: addNoteInput,
  verb: addNote,
  then: (_, { profileId }) => ({ message: "La note est ajoutée.", refresh: paths.manage.trainer(profileId) }),
});

export const removeNoteAction = action({
  name: "trainer.remove_note",
  policy: "staff",
  application: "gestion",
  schema: noteInput,
  verb: removeNote,
  then: ({ profileId }) => ({ message: "La note est retirée.", refresh: paths.manage.trainer(profileId) }),
});

export const shortlistAction = action({
  name: "trainer.shortlist",
  policy: "staff",
  application: "gestion",
  schema: shortlistInput,
  verb: addToShortlist,
  then: ({ added }) => ({
    message: added === 0 ? "Déjà dans votre sélection." : `${plural(added, "personne ajoutée", "personnes ajoutées")} à votre sélection.`,
    refresh: paths.manage.shortlist(),
  }),
});

export const unshortlistAction = action({
  name: "trainer.unshortlist",
  policy: "staff",
  application: "gestion",
  schema: shortlistInput,
  verb: removeFromShortlist,
  then: () => ({ message: "Retiré de votre sélection.", refresh: paths.manage.shortlist() }),
});
