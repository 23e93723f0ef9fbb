"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker as AriaDatePicker } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Popover } from "react-aria-components/Popover";
import { currentApplication } from "@/components/ui/current-application";

type Props = {
  name: string;
  label: ReactNode;
  value: string | undefined;
  min: string | undefined;
  max: string | undefined;
  required: boolean;
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: () => void;
};

/** The date as three typed parts and a calendar. Rendered in the browser only (the library writes inline styles). */
export function DatePicker({ name, label, value, min, max, required, disabled, invalid, describedBy, onChange }: Props) {
  const [date, setDate] = useState<CalendarDate | null>(() => readDate(value));
  return (
    <I18nProvider locale="fr-FR">
      <AriaDatePicker
        aria-label={typeof label === "string" ? label : name}
        {...(describedBy !== undefined && { "aria-describedby": describedBy })}
        value={date}
        onChange={(next) => {
          setDate(next);
          setTimeout(onChange);
        }}
        minValue={readDate(min)}
        maxValue={readDate(max)}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={invalid}
        shouldForceLeadingZeros
        validationBehavior="aria"
      >
        <Group className="control flex max-w-60 items-center gap-1 py-0 pr-0">
          <DateInput className="flex flex-1 items-center py-2">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded-sm px-0.5 tabular-nums outline-none data-[focused]:bg-accent data-[focused]:text-accent-ink data-[placeholder]:text-ink-soft data-[focused]:data-[placeholder]:text-accent-ink"
              />
            )}
          </DateInput>
          <Button className="flex size-11 shrink-0 items-center justify-center rounded-md text-ink-soft hover:text-ink">
            <CalendarDays aria-hidden size={20} />
          </Button>
        </Group>
        <Popover
          data-application={currentApplication()}
          className="rounded-lg border border-line bg-surface-raised p-4 text-ink shadow-overlay"
        >
          <Dialog className="outline-none">
            <Month />
          </Dialog>
        </Popover>
      </AriaDatePicker>
      <input type="hidden" name={name} value={date?.toString() ?? ""} />
    </I18nProvider>
  );
}

function Month() {
  const arrow = "flex size-11 items-center justify-center rounded-md hover:bg-surface-sunken data-[disabled]:text-line-strong";
  return (
    <Calendar>
      <div className="mb-2 flex items-center justify-between">
        <Button slot="previous" className={arrow}>
          <ChevronLeft aria-hidden size={20} />
        </Button>
        <Heading className="text-base first-letter:uppercase" />
        <Button slot="next" className={arrow}>
          <ChevronRight aria-hidden size={20} />
        </Button>
      </div>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="pb-1 text-sm font-normal text-ink-soft">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-11 cursor-pointer items-center justify-center rounded-md tabular-nums outline-offset-[-3px] data-[disabled]:cursor-default data-[disabled]:text-line-strong data-[hovered]:bg-surface-sunken data-[outside-month]:hidden data-[selected]:bg-accent data-[selected]:font-semibold data-[selected]:text-accent-ink data-[unavailable]:line-through"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/** "2026-11-21" → a date; anything else, nothing. Also reads "21/11/2026", typed before a refusal. */
function readDate(text: string | undefined): CalendarDate | null {
  if (!text) return null;
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  try {
    return parseDate(french ? `${french[3] ?? ""}-${french[2] ?? ""}-${french[1] ?? ""}` : text);
  } catch {
    return null;
  }
}
