namespace SkyPanel.Web.Hosting.Mail;

/// <summary>Where mails go: to a page in Development, to a mail server elsewhere.</summary>
internal static class MailHosting
{
    public static WebApplicationBuilder AddPanelMail(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<DevelopmentMailbox>();
            builder.Services.AddSingleton<IMailSender>(x => x.GetRequiredService<DevelopmentMailbox>());
            return builder;
        }

        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MailQueue>();
        builder.Services.AddSingleton<IMailSender>(x => x.GetRequiredService<MailQueue>());
        builder.Services.AddHostedService<MailDelivery>();
        return builder;
    }
}
