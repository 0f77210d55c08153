CREATE TABLE `deck` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`for_council` integer DEFAULT false NOT NULL,
	`template` text,
	`choices` text NOT NULL,
	`seen` text,
	`added_by` text,
	`added_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template`) REFERENCES `template`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deck_slug` ON `deck` (`inspection`,`slug`);--> statement-breakpoint
CREATE TABLE `deck_import` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text,
	`outline` text NOT NULL,
	`decisions` text NOT NULL,
	`state` text DEFAULT 'reviewing' NOT NULL,
	`by` text,
	`at` text NOT NULL,
	`taken_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deck_import_inspection` ON `deck_import` (`inspection`,`at`);--> statement-breakpoint
CREATE TABLE `finding_origin` (
	`finding` text PRIMARY KEY NOT NULL,
	`import` text NOT NULL,
	`slide` integer NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import`) REFERENCES `deck_import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_origin_import` ON `finding_origin` (`import`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`theme` text NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `template_inspection` ON `template` (`inspection`);--> statement-breakpoint
CREATE TABLE `job` (
	`name` text PRIMARY KEY NOT NULL,
	`ran_at` text NOT NULL,
	`took` integer NOT NULL,
	`failure` text,
	`outcome` text
);
--> statement-breakpoint
CREATE TABLE `explained` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`check` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `explained_subject` ON `explained` (`inspection`,`check`,`subject`);--> statement-breakpoint
CREATE TABLE `gap` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`line` text NOT NULL,
	`text` text NOT NULL,
	`owner` text,
	`due` text,
	`added_by` text,
	`added_at` text NOT NULL,
	`closed_at` text,
	`closed_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gap_inspection` ON `gap` (`inspection`);--> statement-breakpoint
CREATE INDEX `gap_line` ON `gap` (`line`);--> statement-breakpoint
CREATE TABLE `improvement` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`line` text,
	`title` text NOT NULL,
	`owner` text,
	`due` text,
	`state` text DEFAULT 'planned' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `improvement_inspection` ON `improvement` (`inspection`);--> statement-breakpoint
CREATE TABLE `interviewee` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`visit` text,
	`who` text NOT NULL,
	`briefed_on` text,
	`debriefed_on` text,
	`note` text DEFAULT '' NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interviewee_inspection` ON `interviewee` (`inspection`);--> statement-breakpoint
CREATE TABLE `measure` (
	`id` text PRIMARY KEY NOT NULL,
	`improvement` text NOT NULL,
	`outcome` text NOT NULL,
	`name` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`baseline` real,
	`target` real,
	`actual` real,
	`as_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`improvement`) REFERENCES `improvement`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measure_improvement` ON `measure` (`improvement`);--> statement-breakpoint
CREATE TABLE `self_assessment` (
	`line` text PRIMARY KEY NOT NULL,
	`know` text DEFAULT '' NOT NULL,
	`how` text DEFAULT '' NOT NULL,
	`next` text DEFAULT '' NOT NULL,
	`level` integer,
	`reason` text DEFAULT '' NOT NULL,
	`changed_by` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`side` text NOT NULL,
	`day` text NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`label` text,
	`figures` text NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `snapshot_inspection` ON `snapshot` (`inspection`,`side`,`day`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`digest` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_number` ON `submission` (`inspection`,`number`);--> statement-breakpoint
ALTER TABLE `evidence` ADD `redacts` text REFERENCES evidence(id);--> statement-breakpoint
ALTER TABLE `finding` ADD `confirmed_at` text;--> statement-breakpoint
ALTER TABLE `finding` ADD `confirmed_by` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `inspection` ADD `rehearsal_of` text REFERENCES inspection(id);--> statement-breakpoint
ALTER TABLE `inspection` ADD `held_at` text;--> statement-breakpoint
ALTER TABLE `inspection` ADD `held_reason` text;--> statement-breakpoint
ALTER TABLE `inspection` ADD `disposed_at` text;--> statement-breakpoint
CREATE TRIGGER submission_no_update BEFORE UPDATE ON submission BEGIN
  SELECT RAISE(ABORT, 'what was submitted cannot be changed');
END;
--> statement-breakpoint
CREATE TRIGGER submission_no_delete BEFORE DELETE ON submission BEGIN
  SELECT RAISE(ABORT, 'what was submitted cannot be deleted');
END;
