/** Asked of the council with each upload: what names people who use services is shown to few. */

type Props = {
  many: boolean;
  /** Whether each file has a tick of its own beside it. */
  ticks: boolean;
  value: string | undefined;
  error: string | undefined;
};

export function RestrictedQuestion({ many, ticks, value, error }: Props) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <fieldset className="field" aria-describedby={error ? "restricted-hint restricted-error" : "restricted-hint"}>
        <legend className="legend">
          {many ? "Do any of these files name people who use services?" : "Does it name people who use services?"}
        </legend>
        <p id="restricted-hint" className="hint">
          If so, fewer people can open {many ? "them" : "it"}: inspectors, your council’s managers and you.
          {ticks && " Tick those that do. If you tick none, all of them are restricted."}
        </p>
        {error && (
          <p id="restricted-error" className="error">
            <span className="vh">Error: </span>
            {error}
          </p>
        )}
        <div className="choices">
          <label className="choice">
            <input id="restricted" type="radio" name="restricted" value="yes" defaultChecked={value === "yes"} />
            Yes
          </label>
          <label className="choice">
            <input type="radio" name="restricted" value="no" defaultChecked={value === "no"} />
            No
          </label>
        </div>
      </fieldset>
    </div>
  );
}
