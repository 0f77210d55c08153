-- The record of what was done can only grow.
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the record of events cannot be changed');
END;
--> statement-breakpoint
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the record of events cannot be deleted');
END;
--> statement-breakpoint
-- An edition of a framework stays as it was read: inspections are pinned to it.
CREATE TRIGGER framework_edition_no_update BEFORE UPDATE ON framework_edition BEGIN
  SELECT RAISE(ABORT, 'an edition of a framework cannot be changed');
END;
