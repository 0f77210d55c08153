-- What was submitted stays as it was; only its words go, for good, when the content of its inspection is disposed of.
DROP TRIGGER submission_no_update;
--> statement-breakpoint
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission WHEN NOT (
  new.content = '' AND new.note = ''
  AND new.id = old.id AND new.inspection = old.inspection AND new.number = old.number
  AND new.digest = old.digest AND new.by = old.by AND new.at = old.at
  AND EXISTS (SELECT 1 FROM inspection WHERE inspection.id = old.inspection AND inspection.disposed_at IS NOT NULL)
) BEGIN
  SELECT RAISE(ABORT, 'what was submitted cannot be changed');
END;
--> statement-breakpoint
-- An index keeps deleted words until it is written anew.
CREATE TRIGGER inspection_disposed AFTER UPDATE OF disposed_at ON inspection WHEN new.disposed_at IS NOT NULL BEGIN
  INSERT INTO passage_stem(passage_stem) VALUES ('optimize');
  INSERT INTO passage_exact(passage_exact) VALUES ('optimize');
  INSERT INTO finding_stem(finding_stem) VALUES ('optimize');
END;
