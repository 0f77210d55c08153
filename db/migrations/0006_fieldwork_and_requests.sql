CREATE TABLE `calendar` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`inspection` text NOT NULL,
	`added_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_person` ON `calendar` (`user`,`inspection`);--> statement-breakpoint
CREATE TABLE `consent` (
	`evidence` text PRIMARY KEY NOT NULL,
	`attribution` text NOT NULL,
	`given` text NOT NULL,
	`recorded_by` text,
	`recorded_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `enquiry` (
	`finding` text PRIMARY KEY NOT NULL,
	`kind` text,
	`who_would_know` text DEFAULT '[]' NOT NULL,
	`method` text,
	`owner` text,
	`state` text DEFAULT 'open' NOT NULL,
	`outcome` text,
	`became` text,
	`answer` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`became`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exported` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`format` text NOT NULL,
	`by` text,
	`at` text NOT NULL,
	`sha256` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exported_inspection` ON `exported` (`inspection`,`at`);--> statement-breakpoint
CREATE TABLE `exported_words` (
	`exported` text NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`exported`, `evidence`),
	FOREIGN KEY (`exported`) REFERENCES `exported`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exported_words_evidence` ON `exported_words` (`evidence`);--> statement-breakpoint
CREATE TABLE `learning` (
	`id` text PRIMARY KEY NOT NULL,
	`visit` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`visit`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learning_visit` ON `learning` (`visit`);--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`visit` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`minutes` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`visit`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_visit` ON `question` (`visit`,`position`);--> statement-breakpoint
CREATE TABLE `question_area` (
	`question` text NOT NULL,
	`finding` text NOT NULL,
	PRIMARY KEY(`question`, `finding`),
	FOREIGN KEY (`question`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_area_finding` ON `question_area` (`finding`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`whom` text NOT NULL,
	`place` text,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_inspection` ON `visit` (`inspection`,`starts_at`);--> statement-breakpoint
CREATE TABLE `visit_note` (
	`id` text PRIMARY KEY NOT NULL,
	`visit` text NOT NULL,
	`question` text,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`evidence` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`visit`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_note_visit` ON `visit_note` (`visit`);--> statement-breakpoint
CREATE TABLE `visitor` (
	`visit` text NOT NULL,
	`user` text NOT NULL,
	PRIMARY KEY(`visit`, `user`),
	FOREIGN KEY (`visit`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visitor_user` ON `visitor` (`user`);--> statement-breakpoint
CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`link` text,
	`document` text,
	`place` text,
	`by` text NOT NULL,
	`changed_at` text NOT NULL,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_request` ON `answer` (`request`);--> statement-breakpoint
CREATE TABLE `answer_evidence` (
	`answer` text NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`answer`, `evidence`),
	FOREIGN KEY (`answer`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_evidence_evidence` ON `answer_evidence` (`evidence`);--> statement-breakpoint
CREATE TABLE `answer_file` (
	`answer` text NOT NULL,
	`arrival` text NOT NULL,
	`title` text NOT NULL,
	`restricted` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`answer`, `arrival`),
	FOREIGN KEY (`answer`) REFERENCES `answer`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arrival`) REFERENCES `arrival`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail_choice` (
	`user` text PRIMARY KEY NOT NULL,
	`at_once` integer DEFAULT true NOT NULL,
	`digest` text DEFAULT 'daily' NOT NULL,
	`digest_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`due` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`asked_by` text,
	`person` text,
	`team` text,
	`drafted_at` text NOT NULL,
	`sent_at` text,
	`reason` text,
	`reminded_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_number` ON `request` (`inspection`,`number`);--> statement-breakpoint
CREATE TABLE `request_area` (
	`request` text NOT NULL,
	`finding` text NOT NULL,
	PRIMARY KEY(`request`, `finding`),
	FOREIGN KEY (`request`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_area_finding` ON `request_area` (`finding`);--> statement-breakpoint
CREATE TABLE `request_line` (
	`request` text NOT NULL,
	`line` text NOT NULL,
	PRIMARY KEY(`request`, `line`),
	FOREIGN KEY (`request`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_line_line` ON `request_line` (`line`);