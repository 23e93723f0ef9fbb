"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { removeSearch, setSearchAlert } from "@/lib/trainers/alerts/own-searches";
import { saveSearch } from "@/lib/trainers/alerts/save-search";
import { saveSearchInput, searchAlertInput, searchInput } from "@/lib/trainers/alerts/schemas";

export const saveSearchAction = action({
  name: "search.save",
  policy: "signed_in",
  application: "intervenants",
  schema: saveSearchInput,
  verb: saveSearch,
  then: () => ({ redirectTo: paths.trainers.searches({ message: "enregistree" }) }),
});

export const setSearchAlertAction = action({
  name: "search.change",
  policy: "signed_in",
  application: "intervenants",
  schema: searchAlertInput,
  verb: setSearchAlert,
  then: (_, { alert }) => ({ redirectTo: paths.trainers.searches({ message: alert ? "alerte" : "sans-alerte" }) }),
});

export const removeSearchAction = action({
  name: "search.remove",
  policy: "signed_in",
  application: "intervenants",
  schema: searchInput,
  verb: removeSearch,
  then: () => ({ redirectTo: paths.trainers.searches({ message: "supprimee" }) }),
});
