/** What is asked with the files where no script runs: one answer for all of them. */
import type { UploadProps } from "./upload-form.tsx";
import { WholeFields } from "./whole-fields.tsx";

export function PlainFields(props: UploadProps) {
  const { known, typed } = props;
  return (
    <div className="plain-fields">
      {known && (
        <label className="choice">
          <input type="checkbox" name="again" value="1" />
          Add it all the same, though it is here already
        </label>
      )}
      <label className="choice">
        <input type="checkbox" name="together" value="yes" defaultChecked={typed.together === "yes"} />
        Several files are together one piece of evidence
      </label>
      <WholeFields {...props} />
    </div>
  );
}
