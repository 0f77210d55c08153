CREATE TABLE `passage` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` integer PRIMARY KEY NOT NULL,
	`file` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`hidden` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`file`) REFERENCES `evidence_file`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_file` ON `unit` (`file`,`seq`);--> statement-breakpoint
ALTER TABLE `evidence_file` ADD `text_status` text;--> statement-breakpoint
CREATE INDEX `evidence_file_text` ON `evidence_file` (`text_status`);