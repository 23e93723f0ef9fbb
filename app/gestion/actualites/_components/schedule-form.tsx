"use client";

import { DatePickerField } from "@/components/form/date-picker-field";
import { Form } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { scheduleNewsAction } from "../actions";

const schema = () => import("@/lib/content/news/schemas").then((module) => module.scheduleNewsInput);

interface Props {
  readonly newsId: string;
  readonly version: number;
  /** The moment chosen before, "AAAA-MM-JJ" and "HH:MM". */
  readonly day: string;
  readonly time: string;
}

/** The day and the hour at which an item appears by itself (AD-07). */
export function ScheduleForm({ newsId, version, day, time }: Props) {
  return (
    <Form
      id="programmer"
      label="Programmer la publication"
      action={scheduleNewsAction}
      schema={schema}
      submitLabel="Programmer la publication"
      requiredNote={false}
    >
      <input type="hidden" name="newsId" value={newsId} />
      <input type="hidden" name="version" value={version} />
      <DatePickerField name="day" label="Jour de la publication" required defaultValue={day} />
      <TextField name="time" label="Heure (Paris)" required width="short" autoComplete="off" defaultValue={time} hint="Ex. : 08:30" />
    </Form>
  );
}
