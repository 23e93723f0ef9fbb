"use client";

import { ChevronDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { currentApplication } from "@/components/ui/current-application";
import { Spinner } from "@/components/ui/spinner";
import type { ComboOption } from "./combo-box-field";
import { useSearch, type SearchState } from "./use-search";

type Props = {
  id: string;
  name: string;
  label: ReactNode;
  textName: string | undefined;
  option: ComboOption | undefined;
  search: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;
  minLength: number;
  placeholder: string | undefined;
  required: boolean;
  disabled: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onChange: (option: ComboOption | null) => void;
};

/** The list that answers while typing. Rendered in the browser only. */
export function ComboBox({
  id,
  name,
  label,
  textName,
  option,
  search,
  minLength,
  placeholder,
  required,
  disabled,
  invalid,
  describedBy,
  onChange,
}: Props) {
  const [chosen, setChosen] = useState<ComboOption | null>(option ?? null);
  const [text, setText] = useState(option?.label ?? "");
  const { state, retry } = useSearch(text, search, minLength, text !== chosen?.label);
  const sentence = sentenceOf(state, text, minLength);
  // The chosen one stays in the list, so that the library keeps its text.
  const items = chosen && !state.options.some((item) => item.id === chosen.id) ? [...state.options, chosen] : state.options;

  function choose(next: ComboOption | null) {
    setChosen(next);
    setText(next?.label ?? "");
    onChange(next);
  }

  function type(next: string) {
    setText(next);
    if (chosen && next !== chosen.label) {
      setChosen(null);
      onChange(null);
    }
  }

  return (
    <I18nProvider locale="fr-FR">
      <AriaComboBox
        aria-label={typeof label === "string" ? label : name}
        {...(describedBy !== undefined && { "aria-describedby": describedBy })}
        items={items}
        inputValue={text}
        onInputChange={type}
        value={chosen?.id ?? null}
        onChange={(key) => {
          const next = items.find((item) => item.id === key);
          if (next) choose(next);
        }}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={invalid}
        validationBehavior="aria"
        allowsEmptyCollection
        menuTrigger="input"
      >
        <div className="relative">
          <Input
            id={id}
            {...(textName !== undefined && { name: textName })}
            placeholder={placeholder ?? ""}
            autoComplete="off"
            className="control pr-12"
          />
          <Button className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-ink-soft">
            {state.status === "loading" ? <Spinner /> : <ChevronDown aria-hidden size={18} />}
          </Button>
        </div>
        <Answers sentence={sentence} {...(state.status === "failed" && { onRetry: retry })} />
      </AriaComboBox>
      <input type="hidden" name={name} value={chosen?.id ?? ""} />
      <p role="status" className="sr-only">
        {sentence}
      </p>
    </I18nProvider>
  );
}

/** The options, or the sentence that says why there is none. */
function Answers({ sentence, onRetry }: { sentence: string; onRetry?: () => void }) {
  return (
    <Popover
      data-application={currentApplication()}
      className="w-(--trigger-width) min-w-64 overflow-y-auto rounded-lg border border-line bg-surface-raised p-1.5 text-ink shadow-overlay"
    >
      <ListBox<ComboOption>
        className="outline-none"
        renderEmptyState={() => (
          <div className="flex flex-wrap items-center justify-between gap-2 px-3 py-2 text-ink-soft">
            {sentence}
            {onRetry && (
              <button type="button" onClick={onRetry} className="link min-h-8 font-semibold">
                Réessayer
              </button>
            )}
          </div>
        )}
      >
        {(item) => (
          <ListBoxItem
            id={item.id}
            textValue={item.label}
            className="flex min-h-11 cursor-pointer flex-col justify-center rounded-md px-3 py-1.5 leading-snug outline-none data-[focused]:bg-accent data-[focused]:text-accent-ink data-[selected]:font-semibold"
          >
            {item.label}
            {item.detail !== undefined && <span className="text-sm opacity-90">{item.detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

function sentenceOf({ status, options }: SearchState, text: string, minLength: number): string {
  if (status === "loading") return "Recherche en cours…";
  if (status === "failed") return "La recherche n’a pas abouti.";
  if (status === "ready")
    return options.length === 0
      ? `Aucun résultat pour « ${text.trim()} ». Vérifiez l’orthographe ou essayez un autre mot.`
      : countOf(options.length);
  return text.trim().length < minLength ? `Saisissez au moins ${String(minLength)} lettres.` : "";
}

const countOf = (count: number) => (count > 1 ? `${String(count)} résultats` : "1 résultat");
