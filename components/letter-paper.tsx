import styles from "./letter-paper.module.css";

/** The letter as it is printed: date, subject, text. Its form fills it, and then it is alone on the page. */
export function LetterPaper() {
  return (
    <div className={styles.paper} id="_paper" hidden suppressHydrationWarning>
      <p className={styles.date} suppressHydrationWarning />
      <p className={styles.subject} suppressHydrationWarning />
      <p className={styles.text} suppressHydrationWarning />
    </div>
  );
}
