ALTER TABLE `learning` ADD `said` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `learning` ADD `follow_up` text DEFAULT '' NOT NULL;