using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkyPanel.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    mailed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_mailed_at_resolved_at",
                table: "alerts",
                columns: new[] { "mailed_at", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_open_key",
                table: "alerts",
                column: "open_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts");
        }
    }
}
