import { formatDate } from "../content/dates.ts";

type Props = {
  /** Year-month-day, year-month, or a moment in ISO 8601. */
  date: string;
  lang: string;
  className?: string | undefined;
};

/** A date for people and for machines. */
export function Day({ date, lang, className }: Props) {
  return (
    <time dateTime={date} className={className}>
      {formatDate(date, lang)}
    </time>
  );
}
