"use server";

import { paths } from "@/lib/core/paths";
import { action } from "@/lib/entry/action";
import { addUnavailabilityInput, changeUnavailabilityInput, removeUnavailabilityInput } from "@/lib/trainers/account/schemas";
import { addUnavailability, changeUnavailability, removeUnavailability } from "@/lib/trainers/account/write-unavailability";
import { askChange } from "@/lib/trainers/change-requests/ask-change";
import { cancelChange } from "@/lib/trainers/change-requests/cancel-change";
import { askChangeInput, changeInput } from "@/lib/trainers/change-requests/schemas";

export const addUnavailabilityAction = action({
  name: "trainers.add_unavailability",
  policy: "signed_in",
  application: "intervenants",
  schema: addUnavailabilityInput,
  verb: addUnavailability,
  then: (_, { startsOn }) => ({ redirectTo: paths.trainers.unavailabilities({ mois: startsOn.slice(0, 7), message: "ajoutee" }) }),
});

export const changeUnavailabilityAction = action({
  name: "trainers.change_unavailability",
  policy: "signed_in",
  application: "intervenants",
  schema: changeUnavailabilityInput,
  verb: changeUnavailability,
  then: (_, { startsOn }) => ({ redirectTo: paths.trainers.unavailabilities({ mois: startsOn.slice(0, 7), message: "modifiee" }) }),
});

export const removeUnavailabilityAction = action({
  name: "trainers.remove_unavailability",
  policy: "signed_in",
  application: "intervenants",
  schema: removeUnavailabilityInput,
  verb: removeUnavailability,
  then: () => ({ redirectTo: paths.trainers.unavailabilities({ message: "supprimee" }) }),
});

export const askChangeAction = action({
  name: "trainers.ask_change",
  policy: "signed_in",
  application: "intervenants",
  schema: askChangeInput,
  limit: { points: 30, per: 3600, by: "account" },
  verb: askChange,
  then: () => ({ redirectTo: paths.trainers.myInformation({ message: "demandee" }) }),
});

export const cancelChangeAction = action({
  name: "trainers.cancel_change",
  policy: "signed_in",
  application: "intervenants",
  schema: changeInput,
  verb: cancelChange,
  then: () => ({ redirectTo: paths.trainers.myInformation({ message: "annulee" }) }),
});
